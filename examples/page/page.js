// Every change of a tool is told to the page that shows it; it goes nowhere else.
document.addEventListener('zhengpin-change', ({ detail }) => {
  const answers = Object.keys(detail?.answers ?? {});
  document.querySelector('#answered').value = answers.length;
});
