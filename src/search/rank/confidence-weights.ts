/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.132,
  margin: 1.694,
  pairs: -0.065,
  characters: 2.101,
  title: -0.243,
  missing: -0.265,
  elsewhere: 2.156,
  length: 1.172,
  figure: -2,
  decisive: -3.5,
  met: 3,
  unmet: -3,
  lead: 1.183,
  beginning: 0.446,
  cue: 0.115,
  together: 0.742,
  scattered: -2.374,
  lacking: -0.497,
  pairsTogether: 1.047,
  subject: 0.393,
  lostFigures: -1.937,
};
export const CONFIDENCE_BIAS = -5.597;
