/** Read by local-slack's runtime before the program itself: binds it to this machine, and mends its page where a form could not be used. */

/** Exact pieces of the page of local-slack 0.1.8 and what stands in their place; another version is served as it is. */
const mendings = [
  // What a form begins with is shown, and what was touched is told apart from what was not.
  [
    'get:(R,L)=>{var P;return(P=g[R])==null?void 0:P[L]},set:(R,L,P)=>k(B=>({...B,[R]:{...B[R],[L]:P}}))',
    'get:(R,L)=>{var P;const N=(m==null?void 0:m.blocks.find(b=>b.block_id===R)||{}).element||{};return((P=g[R])==null?void 0:P[L])??{value:N.initial_value,selected_option:N.initial_option,selected_options:N.initial_options,selected_date:N.initial_date,selected_time:N.initial_time}},set:(R,L,P)=>k(B=>({...B,[R]:{...B[R],[L]:{...P,touched:!0}}}))',
  ],
  // Buttons in a dialog work, and take along what was filled in.
  [
    'f.jsx(ei,{blocks:m.blocks,ctx:{input:C}})',
    'f.jsx(ei,{blocks:m.blocks,ctx:{input:C,onAction:Z=>du("","",a,{...Z,text:{type:"plain_text",text:JSON.stringify({filledIn:g})}},m.app_id)}})',
  ],
  // Every input that Slack has in our forms.
  [
    'case"plain_text_input":{const V=',
    'case"number_input":case"email_text_input":case"url_text_input":case"plain_text_input":{const V=',
  ],
  [
    'f.jsx("input",{className:"bk-plain-input",placeholder:',
    'f.jsx(l.multiline?"textarea":"input",{className:"bk-plain-input",rows:4,placeholder:',
  ],
  [
    'case"checkboxes":case"radio_buttons":{const V=l.type==="checkboxes",',
    'case"multi_static_select":case"checkboxes":case"radio_buttons":{const V=l.type!=="radio_buttons",',
  ],
  // Choices in groups, as a list of more than a hundred has them.
  [
    'const K=a.input;switch(l.type){',
    'const K=a.input;if(l.option_groups)l={...l,options:l.option_groups.flatMap(G=>G.options)};switch(l.type){',
  ],
  [
    'case"datepicker":{const V=',
    'case"timepicker":return f.jsx("input",{className:"bk-plain-input",type:"time",value:(K.get(c,g)||{}).selected_time||"",onChange:D=>K.set(c,g,{type:"timepicker",selected_time:D.target.value})});case"datepicker":{const V=',
  ],
  // Rich text and tables as plain text.
  [
    'default:return f.jsxs("div",{className:"bk-unknown",children:["[",l.type,"]"]})',
    'case"rich_text":return f.jsx("div",{className:"bk-text",style:{whiteSpace:"pre-wrap"},children:l.elements.map(E=>E.elements.map(p=>p.text??p.fallback??p.url??"").join("")).join("\\n")});case"table":return f.jsx("table",{children:f.jsx("tbody",{children:l.rows.map((r,i)=>f.jsx("tr",{children:r.map((d,j)=>f.jsx("td",{style:{border:"1px solid #ddd",padding:"4px 8px"},children:(d.elements||[]).flatMap(E=>E.elements||[]).map(p=>p.text??"").join("")},j))},i))})});default:return f.jsxs("div",{className:"bk-unknown",children:["[",l.type,"]"]})',
  ],
  // Slack's three entities as the characters they stand for.
  ['{__html:C6(c)}', '{__html:C6(c).replace(/&amp;(amp|lt|gt);/g,"&$1;")}'],
  // What is to be mended, without the name of its block.
  ['children:[R,": ",L]', 'children:L'],
]

const mended = (page) =>
  mendings.reduce((text, [piece, better]) => text.replace(piece, () => better), page)

const isPage = (answer) => answer?.headers.get('content-type')?.startsWith('text/html')

const serve = Bun.serve
Bun.serve = (options) =>
  serve({
    ...options,
    hostname: '127.0.0.1',
    async fetch(request, server) {
      const answer = await options.fetch(request, server)
      if (!isPage(answer)) return answer
      return new Response(mended(await answer.text()), {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    },
  })
