import { relative } from 'node:path';
import { writeGenerated } from './generate';
import { readRegisters } from './registers';

const root = process.cwd();
const registers = readRegisters(root);
if (process.argv.includes('--generate')) {
  for (const path of writeGenerated(registers, root)) console.log(`written ${relative(root, path)}`);
}
