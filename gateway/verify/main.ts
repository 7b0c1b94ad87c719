import 'reflect-metadata';
import { run } from './verify-program';

run(process.argv.slice(2)).then(({ code, out, problem }) => {
  process.stdout.write(out);
  process.stderr.write(problem);
  process.exitCode = code;
});
