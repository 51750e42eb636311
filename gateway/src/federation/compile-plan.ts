import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { compileEntityFetch } from './compile-entity-fetch.ts';
import { compileRootFetch, failure, type PlanTarget } from './compile-fetch.ts';
import type { Step } from './execution.ts';
import { objectsAt, type PlanPath } from './response-path.ts';

/** Turns a part of a plan into closures, so that a request interprets nothing. */
export function compilePlan(node: PlanNode, target: PlanTarget, path: PlanPath = []): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, target);
    case 'Flatten': {
      const inner = compilePlan(node.node, target, [...path, ...node.path]);
      return async (execution, objects) => {
        const found = objects.flatMap((object) => objectsAt(object, node.path));
        if (found.length > 0) await inner(execution, found);
      };
    }
    case 'Sequence': {
      const steps = node.nodes.map((each) => compilePlan(each, target, path));
      return async (execution, objects) => {
        for (const step of steps) await step(execution, objects);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compilePlan(each, target, path));
      return async (execution, objects) => {
        await Promise.all(steps.map((step) => step(execution, objects)));
      };
    }
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const met = ifClause && compilePlan(ifClause, target, path);
      const unmet = elseClause && compilePlan(elseClause, target, path);
      return async (execution, objects) => {
        const step = execution.conditions[condition] === true ? met : unmet;
        if (step !== undefined) await step(execution, objects);
      };
    }
    case 'Defer':
      throw new Error('the graph does not answer in parts');
  }
}

/** What goes wrong becomes an error of the answer. */
function compileFetch(fetch: FetchNode, path: PlanPath, target: PlanTarget): Step {
  const work = fetch.requires === undefined ? compileRootFetch(fetch, target) : compileEntityFetch(fetch, path, target);
  return async (execution, objects) => {
    try {
      await work(execution, objects);
    } catch (error) {
      execution.errors.push(failure(error));
    }
  };
}
