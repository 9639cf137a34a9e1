import { strings } from '../strings.ts';
import type { DetailVM } from '../view-models/detail.ts';

interface Props {
  /** What the extension's own page is about. */
  readonly about: string;
  readonly page: string;
  readonly links: DetailVM['links'];
}

/** Where to read more: our own page, which is there without a network, then those of others. */
export function Links({ about, page, links }: Props) {
  return (
    <p class="links">
      {strings.labelled({ label: strings.links.label })} <OwnPage page={page} label={about} />
      {links.map(({ label, url }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

/** After words that have a page of their own. */
export function AboutThis({ page }: { readonly page: string }) {
  return <OwnPage page={page} label={strings.links.aboutThis} />;
}

function OwnPage({ page, label }: { readonly page: string; readonly label: string }) {
  return (
    <a href={page} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
