// How often people hear something: the models under one name. Posts are counted by followers.ts, which
// is what the plan is made of; the textbook models stand beside it as checks. Inputs, units, errors and
// sources are told at each function; all of them answer with `distribution[k]`, the share of the
// population with exactly k exposures, beside `ok: true`, or with `ok: false` and why.
export { followerStructured } from './exposure/followers.ts';
export { fitNegativeBinomial } from './exposure/negative-binomial.ts';
export { betaBinomial, binomial, goerg, metheringham, sainsbury } from './exposure/textbook.ts';
