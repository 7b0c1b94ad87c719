import 'reflect-metadata';
import { format } from './format';
import { makePlugin } from './make-plugin';
import { NewPluginError, requirePluginId } from './plugin-id';

/** `npm run new:plugin -- kz-mfo`. */
function main([name, ...rest]: readonly string[]): number {
  try {
    if (rest.length > 0) throw new NewPluginError(`One name at a time; left over: ${rest.join(' ')}.`);
    const id = requirePluginId(name);
    const { folder, files } = makePlugin(process.cwd(), id);
    format(process.cwd(), [folder, 'plugins/index.ts']);
    console.log(`${folder} is made (${files.length} files) and installed in plugins/index.ts.

  npx jest ${folder} test/conformance/plugins   its tests and the conformance suite
  npm run surfaces                              prints its part of the graph, its codes and its tables
  npm start                                     a lender of its own, "${id}-lender", has it enabled

${folder}/README.md says what to do next.`);
    return 0;
  } catch (error) {
    if (!(error instanceof NewPluginError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
