import { namesInText } from '../language/formats.ts';
import { strings } from '../strings.ts';
import type { BrowserVM } from '../view-models/browsers.ts';
import { Fold } from './section.tsx';

const words = strings.browsers;

/** What each browser prints in its console, and would have decided. */
export function BrowserOpinions({ browsers }: { readonly browsers: readonly BrowserVM[] }) {
  if (browsers.length === 0) return null;
  const others = browsers.filter(({ differs }) => differs).map(({ name }) => name);
  return (
    <Fold
      name="browsers"
      heading={words.heading}
      aside={others.length === 0 ? '' : words.differs({ names: namesInText(others) })}
      openAtFirst={others.length > 0}
    >
      <dl class="browsers">
        {browsers.map((browser) => (
          <div key={browser.name}>
            <dt>
              {browser.name} <small>{browser.basis}</small>
            </dt>
            <dd>
              <p>
                <span class={browser.differs ? 'badge badge-warning' : 'badge'}>{browser.verdict}</span>{' '}
                {browser.code !== '' && <code>{browser.code}</code>}
              </p>
              {browser.alternatives.map(({ condition, verdict, code, text }) => (
                <p class="console" key={`${condition} ${text}`}>
                  {strings.labelled({ label: condition })} {verdict} {code !== '' && <code>{code}</code>}{' '}
                  {text}
                </p>
              ))}
              {browser.text !== '' && <p class="console">{browser.text}</p>}
              {browser.isSilent && <p class="muted">{words.silent}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
