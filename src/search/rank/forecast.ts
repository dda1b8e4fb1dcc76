/** Words by which a sentence tells what is expected, planned or wished, and not what is. */
const FORECAST = /预计|预测|预期|预估|有望|将于|或将|拟于|计划|希望|目标|推迟/;

/** Whether a folded text speaks of what may come to a question that asks for what is. */
export function onlyForecasts(question: string, text: string): boolean {
  return FORECAST.test(text) && !/将|或许|会不会/.test(question) && !FORECAST.test(question);
}
