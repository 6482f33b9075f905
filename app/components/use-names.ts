// Places and languages by the names they have in the reader's language.
import { namesFor } from '#shared/format.ts';
import { useReader } from './words.tsx';

export const useNames = () => namesFor(useReader().locale);
