/** Whether a text tells of somebody doing something to somebody, or amiss. Errs on the side of yes. */

const people =
  '課長|部長|次長|係長|補佐|主査|主任|主事|技師|技査|[室所局館園校市]長|議員|上司|上役|部下|先輩|後輩|同僚|同期|職員|担当|相手|本人|彼女?|あいつ|やつ|[あこそ]の人|ある人|人|誰か|だれか|〔お名前〕'

const deeds = [
  '(?:ハラスメント|(?:パワ|セク|マタ|モラ|カス|アカ|アル)ハラ|いじめ|差別|不正|違反|飲酒|暴行|暴言|暴力|嫌がらせ|いやがらせ|無視|脅迫|強要|隠蔽|隠ぺい|横領|着服|改ざん|改竄|捏造|偽装|漏洩|漏えい|盗撮|盗難|賄賂|わいろ|収賄|談合|浮気|不倫|悪口|陰口|居眠り|サボり?|虚偽|嘘|うそ)(?:的な.{0,6})?[をばかり]{0,4}(?:さ|し|す|受け|働|はたら|行|や[っりる]|言|つ[いき]|吐|あ[っる]|遭)',
  '殴|蹴|怒鳴|どな[らっりる]|罵|ののし|脅[しさす]|いじめ[るてたら]|ひいき|さぼ|サボ|怠け|なまけ|漏ら|ごまか|押し付け|押しつけ|抱きつ|触[らっりる]|つけ回|付け回|待ち伏せ|のぞ[きい]|仲間外れ|カラ出張|水増し|させ(?:られ|て|ます)|クビ|首にし|辞めさせ|辞めろ|死ね|泣か|追い込|見下|ばかにし|馬鹿に|怖い|こわい|ひどい|うざい|無能|きもい|嫌い|最低(?:だ|な人|です|の人)|許せな',
].join('|')

const whoDoesWhat = new RegExp(
  `(?:${people})(?:たち|ら|さん)?(?:が|は|も|から|に|って|の(?:せい|言動|態度|行為|暴言|行い)).{0,40}(?:${deeds})`,
  'u',
)

/** Done to the one who writes, whoever did it. */
const doneToMe = new RegExp(`(?:${deeds}).{0,3}(?:れ(?:て|た|ま)|て(?:く|き)[るたま])`, 'u')

const inEnglish =
  /\b(?:boss|manager|supervisor|colleague|co-?worker|chief|director|senior|junior|staff|officer|he|she|they|someone|somebody)\b.{0,60}\b(?:bull(?:y|ies|ied)|harass\w*|yell\w*|shout\w*|hit(?:s|ting)?|steal\w*|stole|l(?:ies|ied|ying)|cheat\w*|touch\w*|grop\w*|threat\w*|ignor\w*|falsif\w*|abus\w*|discriminat\w*|insult\w*|corrupt\w*|unfair\w*)\b|\b(?:is|are|was|were|been|keeps)\b.{0,20}\b(?:bullying|harassing|yelling|shouting|stealing|lying|cheating|touching|threatening|abusing|bullied|harassed|groped|threatened|abused)\b/i

/** Whether a text accuses somebody, or tells of what was done to somebody. */
export const accuses = (text: string): boolean => {
  const said = text.normalize('NFKC')
  const closed = said.replace(/\s+/g, '')
  return whoDoesWhat.test(closed) || doneToMe.test(closed) || inEnglish.test(said)
}
