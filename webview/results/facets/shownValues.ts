import type { FacetValue } from '../../../src/domain/results/facets/facetValues.ts';
import { valuesInOrder } from '../../../src/domain/results/facets/valuesInOrder.ts';
import type { ResultsModel } from '../model/resultsModel.ts';

interface Known {
  readonly counts: unknown;
  readonly choices: unknown;
  readonly values: readonly FacetValue[];
}

/** The values of facets as they stand below them: put in order when counts or choices change, and not with every frame that is drawn. */
export class ShownValues {
  readonly #model: ResultsModel;
  readonly #known = new Map<string, Known>();

  constructor(model: ResultsModel) {
    this.#model = model;
  }

  /** Undefined where nothing is known of the facet. */
  of(facet: string): readonly FacetValue[] | undefined {
    const column = this.#model.facets.get(facet);
    const counts = this.#model.filtered.counts.get(facet);
    if (!column || !counts || column.length === 0) return undefined;
    const { choices } = this.#model.state;
    const known = this.#known.get(facet);
    if (known?.counts === counts && known.choices === choices) return known.values;
    const { wanted, unwanted } = this.#model.choiceOf(facet);
    const values = valuesInOrder(facet, { column, counts }, new Set([...wanted, ...unwanted]));
    this.#known.set(facet, { counts, choices, values });
    return values;
  }
}
