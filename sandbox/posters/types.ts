/** The drawing of an event: sky, mid and ground colours, and what is drawn. */
export interface Poster {
  readonly motif: Motif;
  readonly colours: readonly [string, string, string];
}

/** What posters can show. */
export type Motif =
  | 'beams'
  | 'arches'
  | 'pitch'
  | 'waves'
  | 'skyline'
  | 'rings'
  | 'leaves'
  | 'lanterns'
  | 'blocks';
