import type { GraphContext } from '../../modules/commands';
import type { Executor, PreparedOperation } from '../executor';
import { LiveOperation } from './live-operation';
import { sharingKey } from './sharing-key';

/** The operations that somebody listens to at present, by what makes them the same. */
export class LiveOperations {
  private readonly operations = new Map<string, LiveOperation>();

  constructor(private readonly executor: Executor) {}

  /** Distinct operations. */
  get size(): number {
    return this.operations.size;
  }

  join(prepared: PreparedOperation, variables: Readonly<Record<string, unknown>>, context: GraphContext): LiveOperation {
    const key = sharingKey(prepared, variables, context);
    const operation = this.operations.get(key) ?? new LiveOperation(key, prepared, this.executor);
    this.operations.set(key, operation);
    operation.readers += 1;
    return operation;
  }

  leave(operation: LiveOperation): void {
    operation.readers -= 1;
    if (operation.readers === 0) this.operations.delete(operation.key);
  }
}
