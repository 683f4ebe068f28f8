/** The vendor's public page of the Insights service. It has no anchors that are known to last, so sections go by their title. */
export const documentationPage = 'https://studio.docs.ai.vonage.com/api-integration/vai-integration-guide';

/** The titles of the page's sections that rules rest on; `extension` marks what is this extension's own. */
export type DocumentationSection =
  | 'Search Session'
  | 'Parameter usage examples'
  | 'Sort By'
  | 'Project Field'
  | 'Example queries'
  | 'Models'
  | 'Expected Errors'
  | 'extension';
