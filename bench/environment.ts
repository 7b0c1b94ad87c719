/** A setting that the measurement gives its servers. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start this server through \`npm run bench\`.`);
  return value;
}
