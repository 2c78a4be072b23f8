import type { ReactNode } from 'react';
import { cn } from './cn';

export interface Column<Row> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  readonly number?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
}

/** A plain table that scrolls sideways in its own box on small screens, by keyboard too. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken text-start">
          <tr>
            {columns.map(({ key, name, number }) => (
              <th
                key={key}
                scope="col"
                className={cn('px-4 py-2.5 font-semibold', number ? 'text-end' : 'text-start')}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ key, cell, number }) => (
                <td
                  key={key}
                  className={cn('figures px-4 py-2.5 align-top', number ? 'text-end' : 'text-start')}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
