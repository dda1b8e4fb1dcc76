import type { Randomness } from './randomness.ts';

/** One spot: the features of each choice (nobody last), and which is right. */
export interface Instance {
  features: number[][];
  right: number;
  /** How much it counts. */
  weight: number;
}

const EPOCHS = 5;
const RATE = 0.15;
/** Pulls every weight that is touched towards nothing. */
const DECAY = 2e-5;
/** One unit of the table, in nats. */
const UNIT = 1 / 16;
/** One in so many instances is kept aside, to be told how it goes. */
const ASIDE = 20;

/**
 * A ranker over choices: multinomial logistic regression, by stochastic gradient steps of AdaGrad (Duchi et al. 2011).
 * Returns the mean of the weights after each epoch, as signed bytes.
 */
export function learn(instances: readonly Instance[], buckets: number, random: Randomness, say: (line: string) => void): Int8Array {
  const weights = new Float32Array(buckets);
  const squares = new Float32Array(buckets);
  const aside = instances.filter((_, i) => i % ASIDE === 0);
  const used = instances.filter((_, i) => i % ASIDE !== 0);
  const sums = new Float32Array(buckets);
  const order = used.map((_, i) => i);
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random.next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const { features, right, weight } = used[i]!;
      const odds = shares(features, weights);
      features.forEach((numbers, choice) => {
        const slope = weight * (odds[choice]! - (choice === right ? 1 : 0));
        if (Math.abs(slope) < 1e-4) return;
        for (const number of numbers) {
          const step = slope + DECAY * weights[number]!;
          squares[number]! += step * step;
          weights[number]! -= (RATE * step) / Math.sqrt(squares[number]! + 1e-6);
        }
      });
    }
    for (let i = 0; i < buckets; i++) sums[i]! += weights[i]!;
    say(`epoch ${epoch}: right ${(rightShare(aside, weights) * 100).toFixed(2)} % of ${aside.length} kept aside`);
  }
  return Int8Array.from(sums, (sum) => Math.max(-127, Math.min(127, Math.round(sum / EPOCHS / UNIT))));
}

function shares(features: readonly number[][], weights: Float32Array): number[] {
  const totals = features.map((numbers) => numbers.reduce((sum, number) => sum + weights[number]!, 0));
  const top = Math.max(...totals);
  const odds = totals.map((total) => Math.exp(total - top));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((one) => one / sum);
}

function rightShare(instances: readonly Instance[], weights: Float32Array): number {
  let right = 0;
  for (const instance of instances) {
    const odds = shares(instance.features, weights);
    if (odds.indexOf(Math.max(...odds)) === instance.right) right++;
  }
  return right / Math.max(1, instances.length);
}
