/** The file that names nodes, anywhere in a workspace: sessions hold a node's id and never its name. */
export const nodeFileName = 'insights.nodes.json';
