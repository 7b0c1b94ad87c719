/** The whole event, as a partner would ask for it. The same text goes to every server. */
export const DOCUMENT = `subscription Events {
  events(types: ["BenchTicked"]) {
    id cursor type schemaVersion at lender plugin applicationId
    subject { type id }
    cause { command actor clause }
    payload
  }
}`;

/** The event as the document shows it; `payload.n` tells which of them it is. */
export interface ShownEvent {
  readonly payload: { readonly n: number };
}

/** The graph of the peers: the same types as the gateway's. */
export const SDL = `
  scalar Cursor
  scalar DateTime
  scalar JSONObject
  type EventSubject { type: String! id: ID! }
  type EventCause { command: String! actor: String! clause: String }
  type Event {
    id: ID! cursor: Cursor! type: String! schemaVersion: Int! at: DateTime! lender: String! plugin: String
    applicationId: ID subject: EventSubject! cause: EventCause! payload: JSONObject!
  }
  type Query { hello: String }
  type Subscription { events(types: [String!]): Event! }
`;
