import type { CDPSession, Page } from 'playwright';
import {
  type Gallery,
  type GalleryPage,
  openGallery,
  type Subject,
  showState,
  showTheme,
  type Theme,
} from '../gallery/open-gallery.ts';
import { beside, cropped, type Picture, type Size } from './picture.ts';
import { decodePng } from './png.ts';
import { SIZES, type View, viewsOf } from './subjects.ts';

/** Takes pictures of the gallery. */
export interface Camera {
  /** A state in all of its views. Asked for several at once, it takes some of them side by side. */
  take(subject: Subject): Promise<readonly Taken[]>;
  close(): Promise<void>;
}

export interface Taken {
  readonly view: View;
  /** The light theme, and the dark one at its right. */
  readonly picture: Picture;
}

/** A page that stays of one size. While one draws, the pictures of another are worked on. */
interface Stand {
  readonly kind: GalleryPage;
  readonly size: Size;
  readonly page: Page;
  readonly devTools: CDPSession;
  /** Resolves when it has nothing more to do. */
  done: Promise<unknown>;
}

export async function openCamera(): Promise<Camera> {
  const gallery = await openGallery();
  const stands: Stand[] = [];
  // One after the other: the first one has the server read all files, and the others get what it made of them.
  for (const kind of ['panel', 'popup'] as const) {
    for (const size of SIZES[kind]) stands.push(await openStand(gallery, kind, size));
  }
  return {
    take: (subject) => Promise.all(viewsOf(subject).map((view) => takeInTurn(standFor(view), view))),
    close: gallery.close,
  };

  function standFor({ subject, size }: View): Stand {
    const stand = stands.find((each) => each.kind === subject.page && each.size === size);
    if (stand === undefined) throw new Error('A picture of that size can’t be taken.');
    return stand;
  }
}

async function openStand(gallery: Gallery, kind: GalleryPage, size: Size): Promise<Stand> {
  const page = await gallery.openPage(kind, { viewport: size });
  // It blinks.
  await page.addStyleTag({ content: '* { caret-color: transparent !important; }' });
  const devTools = await page.context().newCDPSession(page);
  return { kind, size, page, devTools, done: Promise.resolve() };
}

function takeInTurn(stand: Stand, view: View): Promise<Taken> {
  const taken = stand.done.then(() => takeOn(stand, view));
  stand.done = taken.catch(() => undefined);
  return taken;
}

async function takeOn(stand: Stand, view: View): Promise<Taken> {
  await showState(stand.page, view.subject);
  const light = await photograph(stand, view, 'light');
  return { view, picture: beside(light, await photograph(stand, view, 'dark')) };
}

/** The whole panel; of the popup, what the browser would show: as much as its page is high. */
async function photograph({ page, devTools }: Stand, { subject }: View, theme: Theme): Promise<Picture> {
  await showTheme(page, theme);
  // Playwright's own way to it takes twice the time, for what only pages need that it doesn't know.
  const { data } = await devTools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  const picture = decodePng(Buffer.from(data, 'base64'));
  if (subject.page === 'panel') return picture;
  return cropped(
    picture,
    await page.evaluate(() => ({ width: document.body.offsetWidth, height: document.body.offsetHeight })),
  );
}
