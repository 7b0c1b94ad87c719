import type { DocumentTemplate } from '../../../modules/documents';
import type { VisitPlace } from './visit-place';

/** Values of a record of a visit, as text. */
export interface VisitRecordValues {
  readonly lender: string;
  readonly applicationNumber: string;
  /** ISO 8601 day. */
  readonly visitedOn: string;
  readonly place: VisitPlace;
}

/** Pure: equal values give equal text and equal pages. A change of wording is a new version. */
export const visitRecord: DocumentTemplate<VisitRecordValues> = {
  id: 'xx-template/visit-record',
  version: 1,
  kind: 'VISIT_RECORD',
  title: { en: 'Record of a visit', ru: 'Акт визита', be: 'Акт візіту' },
  locale: 'en',
  fields: ({ lender, applicationNumber, visitedOn, place }) => [
    { name: 'lender', value: lender },
    { name: 'applicationNumber', value: applicationNumber },
    { name: 'visitedOn', value: visitedOn },
    { name: 'place', value: place },
  ],
  layout: ({ lender, applicationNumber, visitedOn, place }) => [
    { kind: 'heading', text: 'Record of a visit' },
    {
      kind: 'fields',
      fields: [
        { label: 'Lender', value: lender },
        { label: 'Application', value: applicationNumber },
        { label: 'Day', value: visitedOn },
        { label: 'Place', value: place },
      ],
    },
  ],
};
