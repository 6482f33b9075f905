// Where the pictures of a post are fetched from: signed in, by their hash alone; at a client's link,
// through the link.
import { createContext, type ReactNode, useContext } from 'react';
import { fileUrl, previewUrl } from '#shared/media.ts';

export interface FilePlaces {
  file(hash: string): string;
  preview(hash: string): string;
}

const FilePlacesContext = createContext<FilePlaces>({ file: fileUrl, preview: previewUrl });

export const useFilePlaces = (): FilePlaces => useContext(FilePlacesContext);

export function FilesAt({ places, children }: { places: FilePlaces; children: ReactNode }) {
  return <FilePlacesContext.Provider value={places}>{children}</FilePlacesContext.Provider>;
}
