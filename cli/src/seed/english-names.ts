/** Everyday names of the English-speaking places, where faker's own list reads like a costume party. */
export const englishNames = {
  female: words(`Abigail Alice Amelia Anna Beatrice Bethany Caroline Charlotte Chloe Claire Daisy Eleanor Elizabeth Ella
    Emily Emma Esther Evelyn Fiona Florence Grace Hannah Harriet Holly Isabel Jane Joanna Julia Kate Laura Lucy Lydia
    Margaret Martha Megan Naomi Nora Olivia Phoebe Rachel Rebecca Rose Ruth Sarah Sophie Victoria Zoe`),
  male: words(`Aaron Adam Adrian Alan Alexander Andrew Benjamin Caleb Charles Christopher Daniel David Dominic Edward
    Elliot Ethan Felix Finn Gabriel George Harry Henry Hugh Isaac Jack Jacob James Joel John Jonathan Joseph Joshua Leo
    Liam Lucas Martin Matthew Max Michael Nathan Nicholas Noah Oliver Oscar Patrick Paul Peter Robert Samuel Simon
    Stephen Theodore Thomas William`),
  family: words(`Adams Ahmed Allen Anderson Bailey Baker Barnes Bell Bennett Brooks Brown Burke Campbell Carter Chen
    Clark Coleman Collins Cooper Cox Davies Dawson Diaz Edwards Ellis Evans Fisher Foster Garcia Gibson Graham Grant
    Green Griffiths Hall Hamilton Harris Hayes Hill Holmes Hughes Hunter Jackson James Johnson Jones Kaur Kelly Khan
    Kim King Lee Lewis Lopez Marshall Martin Mason Miller Mitchell Moore Morgan Morris Murphy Murray Nguyen O'Brien
    Okafor Owen Palmer Park Patel Pearson Phillips Powell Price Reed Reynolds Richardson Roberts Robinson Rossi Russell
    Ryan Schmidt Scott Shaw Singh Smith Stewart Sullivan Taylor Thompson Turner Walker Walsh Ward Watson White Williams
    Wilson Wong Wood Wright Young`),
} as const;

function words(text: string): string[] {
  return text.split(/\s+/);
}
