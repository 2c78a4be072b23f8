import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: { classGroups: { 'font-size': [{ text: ['display', 'title'] }] } },
});

/** Joins class names; of two that contradict each other the later wins. Server components only: it is not small. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
