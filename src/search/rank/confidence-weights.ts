/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA
 * 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 0.91,
  margin: 1.674,
  pairs: -0.055,
  characters: 2.103,
  title: -0.233,
  missing: -0.319,
  elsewhere: 2.521,
  length: 1.19,
  figure: -2.5,
  unit: -3,
  decisive: -4,
  unlisted: -2,
  placeless: -2,
  met: 3,
  unmet: -3,
  lead: 1.307,
  beginning: 0.543,
  cue: 0.012,
  together: 0.707,
  scattered: -2.334,
  lacking: -0.591,
  pairsTogether: 1.265,
  subject: 0.468,
  lostFigures: -1.689,
};
export const CONFIDENCE_BIAS = -5.352;
