import type { EventTypeDefinition } from '../../schema/base';

export const visitRecordedEvent: EventTypeDefinition = {
  type: 'XxTemplateVisitRecorded',
  version: 1,
  description: 'A visit to the client of an application was recorded.',
  example: { applicationId: '0199f0a0-0000-7000-8000-000000000001', visitedOn: '2026-03-02', place: 'HOME' },
};
