// The fields a brief's guidelines hold as document text (deliverables and money are rows).
// The order here is the order of the template; it knows neither Yjs nor the editor.

export const fieldKinds = [
  'objective',
  'audience',
  'core',
  'points',
  'freedom',
  'tone',
  'dos',
  'donts',
  'forbidden',
  'mandatory',
  'disclosure',
  'approval',
  'timeline',
  'rights',
  'exclusivity',
  'assets',
  'contact',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Fields written once for all languages: words to look for, tags, dates, links, a name. */
export const neutralFields = [
  'forbidden',
  'mandatory',
  'timeline',
  'assets',
  'contact',
] as const satisfies FieldKind[];
export type NeutralField = (typeof neutralFields)[number];

/** Fields with a text per language side by side; `points` holds such texts inside its points. */
export type BilingualField = Exclude<FieldKind, NeutralField | 'points'>;

/** `exact`: legal text, which is there word for word or not at all. */
export const needs = ['must', 'may', 'exact'] as const;
export type Need = (typeof needs)[number];

/** Claim classes that ask for evidence. */
export const claims = ['health', 'finance', 'comparative'] as const;
export type Claim = (typeof claims)[number];

export const maxCoreCharacters = 140;
export const maxPoints = 5;
/** A brief of twenty pages; nobody reads a longer one. */
export const maxGuidelinesCharacters = 50_000;

export function isFieldKind(value: unknown): value is FieldKind {
  return fieldKinds.includes(value as FieldKind);
}

export function isNeutral(field: FieldKind): field is NeutralField {
  return neutralFields.includes(field as NeutralField);
}
