export { type Command, type CommandContext, type CommandResult, defineCommand, Refusal } from './command';
export type { GraphContext } from './graph-context';
