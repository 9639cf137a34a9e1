import { sentenceSpace } from '../language/formats.ts';
import { strings } from '../strings.ts';
import type { BranchesVM, BranchVM } from '../view-models/branches.ts';
import { DiffBlocks } from './header-diff.tsx';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';

interface Props {
  readonly branches: BranchesVM | null;
  readonly onCopy: (text: string) => Promise<boolean>;
}

const words = strings.branches;

/** Where the verdict hangs on what the browser doesn't show: both answers, and what would tell which it is. */
export function Branches({ branches, onCopy }: Props) {
  if (branches === null) return null;
  return (
    <Fold
      name={branches.sameVerdict ? 'branches' : 'branches that decide'}
      heading={words.heading}
      aside={branches.sameVerdict ? words.sameVerdict : ''}
      openAtFirst={!branches.sameVerdict}
    >
      <Answers branches={branches} onCopy={onCopy} />
    </Fold>
  );
}

interface AnswersProps {
  readonly branches: BranchesVM;
  readonly onCopy: Props['onCopy'];
}

function Answers({ branches, onCopy }: AnswersProps) {
  return (
    <>
      {branches.branches.map((branch) => (
        <Branch key={branch.key} branch={branch} onCopy={onCopy} />
      ))}
      <h4>{words.settling}</h4>
      <ul class="actions">
        {branches.settling.map(({ key, words: parts, note }) => (
          <li key={key}>
            <RichText parts={parts} />
            {note !== '' && (
              <span class="muted">
                {sentenceSpace()}
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Branch({ branch, onCopy }: { readonly branch: BranchVM; readonly onCopy: Props['onCopy'] }) {
  return (
    <div class="branch">
      <p>
        {words.branch({
          condition: <RichText parts={branch.condition} />,
          verdict: <b>{words.verdict({ verdict: branch.verdict })}</b>,
          words: <RichText parts={branch.words} />,
        })}
      </p>
      {branch.actions.length > 0 && (
        <ul class="actions">
          {branch.actions.map((parts, index) => (
            // The actions of one branch never change their places.
            <li key={index}>
              <RichText parts={parts} />
            </li>
          ))}
        </ul>
      )}
      {branch.note !== '' && <p class="muted">{branch.note}</p>}
      {branch.diff && <DiffBlocks diff={branch.diff} onCopy={onCopy} />}
    </div>
  );
}
