import { readFileSync } from 'node:fs';

/** DejaVu covers Cyrillic; embedded as a subset, so that text is searchable and looks alike everywhere. */
const load = (file: string) => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`));

let loaded: { readonly regular: Buffer; readonly bold: Buffer } | undefined;

/** The font files, read once per process. */
export function fonts(): { readonly regular: Buffer; readonly bold: Buffer } {
  loaded ??= { regular: load('DejaVuSans'), bold: load('DejaVuSans-Bold') };
  return loaded;
}
