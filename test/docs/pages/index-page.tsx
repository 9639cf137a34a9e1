import { Page } from './page.tsx';

export interface IndexGroup {
  readonly heading: string;
  readonly about: string;
  readonly entries: readonly IndexEntry[];
}

export interface IndexEntry {
  readonly id: string;
  readonly title: string;
}

/** The list of all pages. */
export function IndexPage({ groups }: { readonly groups: readonly IndexGroup[] }) {
  return (
    <Page title="Causes, notes and advice" isIndex>
      <h1>Causes, notes and advice</h1>
      <p>
        Everything that CORS Lens can tell you about a request, each with an example. The titles are those of
        the examples.
      </p>
      <p class="groups">
        {groups.map(({ heading }) => (
          <a href={`#${anchorOf(heading)}`}>{heading}</a>
        ))}
      </p>
      {groups.map(({ heading, about, entries }) => (
        <section id={anchorOf(heading)}>
          <h2>{heading}</h2>
          <p>{about}</p>
          <ul class="entries">
            {entries.map(({ id, title }) => (
              <li>
                <a href={`${id}.html`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}
