import { counted, words } from './language/words.ts';

/** The words about two reports that are compared. */
export const compareStrings = words('compare', {
  with: 'Compare with…',
  withReport: 'Compare with a report…',
  withReportWhy: 'What is fixed, what still fails, and what is new.',
  heading: 'Comparison',
  show: 'Show the comparison',
  stop: 'Stop comparing',
  summary: 'Compared: {facts}.',
  nothing: 'Nothing fails in either.',
  facts: {
    fixed: counted({ one: '{count} fixed', other: '{count} fixed' }),
    stillFailing: counted({ one: '{count} still fails', other: '{count} still fail' }),
    changedCause: counted({
      one: '{count} fails for another cause',
      other: '{count} fail for another cause',
    }),
    new: counted({ one: '{count} new', other: '{count} new' }),
    notSeenAgain: counted({ one: '{count} not seen again', other: '{count} not seen again' }),
  },
  sections: {
    fixed: { heading: 'Fixed', why: 'Failed before, and passes now.' },
    stillFailing: { heading: 'Still failing', why: 'For the same cause as before.' },
    changedCause: {
      heading: 'Failing for another cause',
      why: 'Often the next check, which the cause before had hidden.',
    },
    new: { heading: 'New', why: 'Fails now, and didn’t before.' },
    notSeenAgain: {
      heading: 'Not seen again',
      why: 'Failed before, and wasn’t sent again: whether it is fixed isn’t known.',
    },
  },
  before: 'Before',
  after: 'Now',
  sides: { before: 'Before: {name}', after: 'Now: {name}' },
  recording: 'this page’s requests',
  file: '“{file}”',
  causes: '{before}, now {after}',
  aliases:
    'Aliases stand in one of the reports. They are counted anew in each, so that the same alias may mean two servers.',
});
