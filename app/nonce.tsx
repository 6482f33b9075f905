// The page's nonce while the server renders it; empty in the browser, which hides it again.
import { createContext, useContext } from 'react';

export const NonceContext = createContext('');
export const useNonce = (): string => useContext(NonceContext);
