import type { Block } from '../document-content';
import type { PlacedFrames } from './frames';

/** Where one block of a document came to stand. */
export interface PlacedBlock {
  readonly block: Block;
  /** Pages from 1. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Largest type of the block, points. */
  readonly fontSize: number;
}

/** How a document is laid out on its pages; what a reader would measure. Points. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly frames: PlacedFrames | null;
  /** Largest type of the first page outside the frames. */
  readonly largestOutside: number;
  /** Colours of the frames and of what stands in them. */
  readonly ink: string;
  readonly paper: string;
  readonly blocks: readonly PlacedBlock[];
}
