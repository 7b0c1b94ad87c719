/**
 * Versions of what a delivery looks like and of the graph that its document is written for. The graph only grows, so that there is one;
 * the next will be told here, and an endpoint keeps the one that it was registered with.
 */
export const apiVersions = ['1'] as const;
export const presentApiVersion = apiVersions[0];
