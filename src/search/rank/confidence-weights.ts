/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA
 * 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.021,
  margin: 1.641,
  pairs: -0.073,
  characters: 2.052,
  title: -0.323,
  missing: -0.319,
  elsewhere: 2.605,
  length: 1.144,
  figure: -2,
  unit: -2,
  decisive: -3.5,
  unlisted: -0.147,
  met: 3,
  unmet: -3,
  lead: 1.243,
  beginning: 0.501,
  cue: 0.124,
  together: 0.678,
  scattered: -2.275,
  lacking: -0.558,
  pairsTogether: 1.171,
  subject: 0.502,
  lostFigures: -1.589,
};
export const CONFIDENCE_BIAS = -5.46;
