import { NO_ROWS } from '../database';
import { EventLog, type EventRow, encodeCursor } from '../events';
import { cursorErrorOf } from './cursor-error';
import { FEED_PAGE, type FeedingOptions } from './feeding';
import { checkpointReplay, countOpen, failReplay, lockActive, OPEN_LIMIT, type ReplayRecord, webhookForWork } from './feeding.statements';
import { makeDeliveries } from './make-deliveries';
import { DocumentProblem, type OpenedDocument, webhookDocumentsPort } from './ports';
import { queueDeliveries } from './queue-deliveries';

/** Queues the next page of a replay; `true`: there is more. What the owner may no longer see ends it with a code. */
export async function replayPage(feeding: FeedingOptions, replay: ReplayRecord): Promise<boolean> {
  const { database: worker, clock, ports } = feeding;
  const database = worker.scoped(NO_ROWS);
  const { lenderId, id, webhookId } = replay;
  const now = new Date(clock.now().epochMilliseconds);
  const [[webhook], [open]] = await Promise.all([
    database.query(webhookForWork, [lenderId, webhookId]),
    database.query(countOpen, [lenderId, webhookId]),
  ]);
  if (!webhook || open!.count >= OPEN_LIMIT) return false;
  try {
    const document = await ports.get(webhookDocumentsPort).open(webhook);
    const page = await readPage(document, replay);
    const { deliveries, problem } = await makeDeliveries(feeding, webhook, document, page.wanted, id);
    if (problem) throw problem;
    const step = [lenderId, id, replay.position, page.reached, deliveries.length, page.over ? 'DONE' : 'RUNNING', page.over ? now : null];
    await database.transaction(async (transaction) => {
      const [active] = await transaction.query(lockActive, [lenderId, webhookId]);
      if (!active) return;
      const [won] = await transaction.query(checkpointReplay, step);
      if (won) await queueDeliveries(transaction, { lenderId, webhookId, now }, deliveries);
    });
    feeding.onQueued();
    return !page.over;
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    await database.query(failReplay, [lenderId, id, error.code, now]);
    return false;
  }
}

/** The events of a page that lie within the replay's bounds, how far it reaches, and whether it is the last one. */
async function readPage({ database, filter }: OpenedDocument, replay: ReplayRecord) {
  const until = Number(replay.untilPosition);
  const after = encodeCursor({ epoch: replay.epoch, pos: Number(replay.position), id: null });
  const rows = await EventLog.read(database, { ...filter, after, limit: FEED_PAGE }).catch((error): EventRow[] => {
    throw new DocumentProblem(cursorErrorOf(error).code);
  });
  const within = rows.filter(({ pos }) => pos <= until);
  const over = rows.length < FEED_PAGE || within.length < rows.length;
  const { fromAt, toAt } = replay;
  const wanted = within.filter(({ at }) => (!fromAt || at >= fromAt) && (!toAt || at < toAt));
  return { wanted, over, reached: over ? until : within.at(-1)!.pos };
}
