import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a change is judged by what it changed. Another seed draws
 * others: `PROPERTY_SEED=random npm run test:unit`, or the seed that a failure named.
 */
const { PROPERTY_SEED = '20261121' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
