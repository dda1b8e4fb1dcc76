/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from 2842 questions of CMRC 2018 (CC BY-SA 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  score: 1.184,
  margin: 1.727,
  pairs: -0.207,
  characters: 2.188,
  title: -0.289,
  missing: -0.247,
  elsewhere: 2.189,
  length: 1.174,
  figure: -1,
  decisive: -4,
  met: 3,
  unmet: -2.5,
  lead: 1.114,
  beginning: 0.435,
  cue: 0.129,
  together: 0.746,
  scattered: -2.301,
  lacking: -0.467,
  pairsTogether: 1.044,
  subject: 0.379,
  lostFigures: -2.254,
};
export const CONFIDENCE_BIAS = -5.665;
