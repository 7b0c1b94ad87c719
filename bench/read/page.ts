/** One page as all servers must answer it, whatever the form in which they write it. */
export interface Page {
  readonly hasNextPage: boolean;
  readonly applications: readonly unknown[];
}

/** A request to one server, and how its answer reads as the page. */
export interface PageRequest {
  readonly body?: string;
  read(answer: string): Page;
}

const post = (query: string): string => JSON.stringify({ query });

// biome-ignore lint/suspicious/noExplicitAny: answers of several servers, compared field by field below
type Answer = any;

export const askGateway: PageRequest = {
  body: post(`query Page {
    applications(first: 20) {
      pageInfo { hasNextPage }
      edges {
        node {
          id number status product amount { amount currency } termDays createdAt
          client { id number kind status }
          documents { id kind title status sha256 }
        }
      }
    }
  }`),
  read(answer) {
    const { pageInfo, edges } = data(answer).applications;
    return {
      hasNextPage: pageInfo.hasNextPage,
      applications: edges.map(({ node }: Answer) => page({ ...node, amount: node.amount.amount, currency: node.amount.currency })),
    };
  },
};

export const askPostgraphile: PageRequest = {
  body: post(`query Page {
    applications(first: 20, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
      pageInfo { hasNextPage }
      edges {
        node {
          id number status product amount currency termDays createdAt
          client: lenderClient { id number kind status }
          documents: documentsByLenderIdAndApplicationIdList(orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { id kind title status sha256 }
        }
      }
    }
  }`),
  read(answer) {
    const { pageInfo, edges } = data(answer).applications;
    const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');
    return {
      hasNextPage: pageInfo.hasNextPage,
      applications: edges.map(({ node }: Answer) =>
        page({ ...node, documents: node.documents.map((document: Answer) => ({ ...document, sha256: hex(document.sha256) })) }),
      ),
    };
  },
};

export const askSql: PageRequest = {
  read(answer) {
    const { hasNextPage, applications } = JSON.parse(answer);
    return { hasNextPage, applications: applications.map(page) };
  },
};

function data(answer: string): Answer {
  const { data, errors } = JSON.parse(answer);
  if (errors) throw new Error(`The server answered with errors: ${JSON.stringify(errors)}`);
  return data;
}

/** Ids are written in a way of each server's own and only have to be there; moments differ in their spelling. */
function page(application: Answer): unknown {
  const { id, client, documents, createdAt, ...rest } = application;
  const named = [id, client.id, ...documents.map((document: Answer) => document.id)];
  if (new Set(named).size !== named.length || named.some((one) => typeof one !== 'string'))
    throw new Error('An id is missing or repeated.');
  return {
    ...rest,
    createdAt: new Date(createdAt).toISOString(),
    client: { ...client, id: undefined },
    documents: documents.map((document: Answer) => ({ ...document, id: undefined })),
  };
}
