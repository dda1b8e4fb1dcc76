/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.098,
  margin: 1.652,
  pairs: -0.146,
  characters: 2.023,
  title: -0.343,
  missing: -0.298,
  elsewhere: 2.622,
  length: 1.12,
  figure: -2,
  unit: -2,
  decisive: -3.5,
  unlisted: -0.104,
  met: 3,
  unmet: -3,
  lead: 1.236,
  beginning: 0.499,
  cue: 0.174,
  together: 0.703,
  scattered: -2.226,
  lacking: -0.522,
  pairsTogether: 1.091,
  subject: 0.495,
  lostFigures: -1.552,
};
export const CONFIDENCE_BIAS = -5.553;
