/**
 * What a printed document shows: plain data, made by a template and printed without any other input,
 * so that the same content always gives the same pages.
 */
export interface DocumentContent {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | FieldList | Table | Frames | PageBreak;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Names with their values, one below the other. */
export interface FieldList {
  readonly kind: 'fields';
  readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/** A table with a ruled grid; its head is repeated on every page that it reaches. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

/**
 * Square frames side by side at the top right of the first page, the first one leftmost: for figures that a law wants
 * in capitals in the largest type of the page. They stand before everything else, wherever the block is in the list.
 */
export interface Frames {
  readonly kind: 'frames';
  readonly frames: readonly { readonly text: string }[];
  /** Smallest share of the page's area that each frame takes, e.g. `0.05`. */
  readonly minPageShare: number;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}
