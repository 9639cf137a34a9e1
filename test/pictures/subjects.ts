import type { GalleryPage, Subject } from '../gallery/open-gallery.ts';
import { POPUP_STATES } from '../gallery/popup-states.ts';
import { STATES } from '../gallery/states.ts';
import type { Size } from './picture.ts';

/** A state in one size. A picture of it shows both themes, side by side. */
export interface View {
  /** Where the picture is kept: below the folder of all pictures, without the ending. */
  readonly name: string;
  readonly subject: Subject;
  readonly size: Size;
}

/** In which sizes each page is seen. */
export const SIZES: Readonly<Record<GalleryPage, readonly Size[]>> = {
  // DevTools in a window of their own, docked low at the bottom, and docked at the side.
  panel: [
    { width: 1280, height: 700 },
    { width: 640, height: 400 },
    { width: 360, height: 640 },
  ],
  // As large as browsers let it become; its picture ends where it ends.
  popup: [{ width: 380, height: 600 }],
};

/** All that is taken pictures of. */
export const SUBJECTS: readonly Subject[] = [
  ...Object.keys(STATES).map((state): Subject => ({ page: 'panel', state })),
  ...Object.keys(POPUP_STATES).map((state): Subject => ({ page: 'popup', state })),
];

/** `panel/list`: how people name it, and the folder of its pictures. */
export function nameOf({ page, state }: Subject): string {
  return `${page}/${state}`;
}

export function viewsOf(subject: Subject): readonly View[] {
  return SIZES[subject.page].map((size) => ({
    name: `${nameOf(subject)}/${size.width}x${size.height}`,
    subject,
    size,
  }));
}
