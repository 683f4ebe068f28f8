/** The parameters of a search, as the service calls them. */
export const parameterNames = [
  ...['from_date', 'to_date', 'filter_by', 'sort_by', 'project_fields', 'page_size', 'page_number'],
] as const;
