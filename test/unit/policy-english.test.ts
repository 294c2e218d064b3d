import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('an English question', () => {
  it.each([
    ['for what the policy only counts', 'Name the six shared mindsets.'],
    ['who teaches', 'Who lectures in the harassment course?'],
    ['who chooses', 'Who picks the participants of the dispatch training?'],
    ['how many of a thing it does not count', 'How many bridges does a civil engineer inspect?'],
    ['what something costs', "What's the cost of the stress check?"],
    ['at which age staff retire', 'How old are staff when they retire?'],
    ['for a school by name', 'Which graduate school is supported?'],
    ['for the number of another office', 'What is the fax number of the water bureau?'],
    ['for an address of somebody else', 'Give me the email of the district health center.'],
    ['for nurses it does not have', 'Does the school nurse get training?'],
    ['whether somebody becomes something', 'Can an engineer become a department head?'],
    ['whether a thing is so as it does not say', 'Is the stress check anonymous?'],
    ['what becomes of somebody', 'What happens to harassers?'],
    ['for the most that is paid', 'What is the maximum amount of the qualification subsidy?'],
    ['for days it does not count', 'What is the number of trial attendance days?'],
    ['what the city spends', "What is the training centre's yearly budget?"],
    ['where something is held', 'Where will the mental health seminar take place?'],
    ['when a desk is open', 'What are the office hours of the health desk?'],
    ['on which days', 'On which days is the counsellor in?'],
    ['who has the most', 'Which division has the least overtime?'],
    ['how one becomes something', 'How do I become an evaluator?'],
    ['who pays', 'Who pays for the stress check?'],
    ['how many courses', 'How many lectures belong to the basic training?'],
    ['what comes next', 'When is the next revision?'],
    ['who supplied something', 'Which vendor built the talent management system?'],
    ['about another place', 'May I apply for a post in another town?'],
    ['what a survey asks', 'Which questions are asked in the staff survey?'],
    ['how often a week', 'May I work from home twice a week?'],
    ['what is recommended', 'What books are recommended for managers?'],
    ['for the name of an institution', 'What is the name of the outside clinic?'],
    ['whether something is paid', 'Do people get paid during trial attendance?'],
    ['what happens to those who do not', 'What happens if the leave goal is not reached?'],
    ['which city has the most', 'Which city has the most staff of all?'],
    ['for a rate of today', 'What is the latest rate of stress checks taken?'],
    ['why a goal is as it is', 'Why was the goal for women in management put at 12 percent?'],
    ['where to hand something in', 'Where do I hand in the self-declaration?'],
    ['who sees something', 'Who can see the results of my stress check?'],
    ['for the figure of another group', 'What is the average age of the nurses?'],
    ['what one kind of work has no table for', 'The career model of firefighters?'],
    ['for a thing that nothing knows', 'Which spreadsheet is used in the leave plan?'],
    ['about somebody by name', 'What grade is Ms. Hoshino?'],
  ])('is refused when it asks %s', (_, question) => {
    expect(ask(question)).toMatchObject({ refused: true })
  })

  it.each([
    [
      'for the number of the office',
      'What is the phone number of the personnel office?',
      '22-7406',
    ],
    ['for its e-mail address', 'Which e-mail address is for inquiries?', '@'],
    ['of nurses alone', 'Where are new nurses placed?', '地区保健福祉センター'],
    ['with a year said twice', 'Female administrative staff in fiscal 2023 (Reiwa 5)?', '女性'],
    ['with a rare verb', 'What does psychological safety signify?', '心理的安全性'],
    ['how much of a cost is paid', 'How much of the licence costs does the city pay?', '一部'],
    ['how many of a thing it counts', 'How many basic attitudes are there?', '3つ'],
    ['for an average age', 'What is the average age of administrative staff?', '42.4歳'],
    ['with Japanese in Latin letters', 'What do I learn in the hogo-gakari?', 'ケースワーカー'],
    ['with long vowels marked', 'What are the roles of a kachō?', '課の目標達成'],
    ['with a position in brackets', 'The abilities of manual workers (gino-romu)', '技能労務職'],
    ['with what the brackets say again', 'Which section handles vacant houses (akiya)?', '空き家'],
    ['with typing errors', 'How offen is the satisfation survey held?', '2年に1度'],
    ['in British spelling', 'Is there a harassment counsellor?', 'ハラスメント相談員'],
    ['when something is so', 'When interests clash, what must a bucho be able to do?', '利害'],
    ['with a stroke between two words', 'Roles of manual/skilled workers?', '安全かつ円滑'],
    ['with an error before the ending', 'How many hours is the montly overtime goal?', '10時間'],
    ['of a job told as a story', 'I just became a gishi. What are my roles?', '協調'],
    ['with a mark for an ability', 'Which grades have a mark for leadership?', '係長'],
    ['with hyphens', 'The policy-planning ability of a kacho', '政策立案力'],
    [
      'with an adjective it does not know',
      'Is the stress check done for gloomy staff?',
      'ストレスチェック',
    ],
    ['for two numbers at once', 'What are the fax number and the e-mail address?', '@'],
    [
      'how many of two things',
      'How many basic attitudes and how many shared mindsets must staff have?',
      '3つ',
    ],
    ['for a share of people', 'How many per cent of the managers are to be women?', '%'],
    ['for years between two things', 'How many years go by between two staff surveys?', '2年'],
    [
      'with one noun for two words',
      'Is planning ability required of manual and skilled workers?',
      'いいえ',
    ],
    [
      'beside a position what to do',
      'Once a risk has become real, what must a kacho do?',
      'リスク',
    ],
    [
      'with many words beside',
      'What is the idea behind letting overworked staff tell the city which transfers they wish for?',
      '自己申告',
    ],
    ['which ranks need something', 'Which ranks need crisis management?', '部長、次長、課長'],
    [
      'with a verb for an ability',
      'How does a director go about developing their staff?',
      '次代の',
    ],
    ['with a capital letter', 'Compare a section chief and a subsection chief.', '共通する'],
    ['whether an ability is needed', 'Does a kakaricho have to analyze information?', 'はい、'],
  ])('is answered when it asks %s', (_, question, part) => {
    expect(ask(question).answer).toContain(part)
  })
})
