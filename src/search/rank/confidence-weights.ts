/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0): not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.323,
  margin: 1.675,
  pairs: -0.243,
  characters: 2.089,
  title: -0.246,
  missing: -0.268,
  elsewhere: 2.239,
  length: 1.174,
  figure: -0.295,
  decisive: -0.623,
  met: 0,
  unmet: -1.32,
  lead: 1.086,
  beginning: 0.404,
  kind: 0.407,
  cue: 0.26,
  together: 0.754,
  scattered: -2.146,
  lacking: -0.356,
  pairsTogether: 0.933,
  subject: 0.371,
  lostFigures: -3.282,
};
export const CONFIDENCE_BIAS = -6.28;
