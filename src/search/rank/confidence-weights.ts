/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.308,
  margin: 1.716,
  pairs: -0.259,
  characters: 2.079,
  title: -0.335,
  missing: -0.265,
  elsewhere: 2.257,
  length: 1.129,
  figure: -2,
  decisive: -3.5,
  met: 3,
  unmet: -1.278,
  lead: 1.09,
  beginning: 0.449,
  kind: -0.404,
  cue: 0.246,
  together: 0.754,
  scattered: -2.16,
  lacking: -0.413,
  pairsTogether: 1.023,
  subject: 0.409,
  lostFigures: -3.362,
};
export const CONFIDENCE_BIAS = -5.455;
