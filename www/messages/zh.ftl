### 页面自己的用语。法律用语来自规则集，不写在这里。

## 各页共用
skip = 跳到正文
brand-label = 正品，返回首页
nav-label = 工具
nav-penalties = 售假扣分
nav-appeal = 违规与申诉
nav-complaint = 投诉自查
nav-parallel-import = 平行进口
nav-changes = 规则变化
theme-switch = 深色
colophon-advice = 正品不提供法律意见。结论以所列条款和你填写的事实为限。
colophon-privacy = 页面载入之后不再发出任何请求，不用 cookie。填写的内容只留在这个标签页里，关掉就没有了；只有你勾选了的文书才留在这台设备上。“全部清空”把两处都删去。
start-rules-title = 收录的规则

## 没有脚本的页面 (bare)
noscript = 判断在浏览器里完成，需要开启 JavaScript。

## 首页 (start)
start-title = 正品：电商平台知识产权规则
start-heading = 电商平台的知识产权规则，逐条对照你的事实
start-lead = 回答几个问题，得到结论、所依据的条款、还缺什么，以及怎样才会有不同的结论。
start-penalties-who = 卖家
start-penalties = 这些售假认定要扣多少分，离封店还有多远？
start-appeal-who = 被处罚的卖家
start-appeal = 这算售假吗，属于哪一档，怎样申诉，来不来得及？
start-complaint-who = 权利人
start-complaint = 我的侵权投诉合格吗，还缺什么？
start-parallel-import-who = 进口商
start-parallel-import = 这批平行进口的正品，我能卖吗？
start-changes-who = 法务
start-changes = 规则变了，哪些结论会变，与我有关吗？
start-not-title = 不做什么
start-not-advice = 不是法律意见，不能代替律师，也不预测某个法院或者某个平台会怎样处理你的案子。
start-not-facts = 不替你认定事实。没有回答的问题一律按未知处理，不当作“否”。
start-not-known = 法律没有写明、来源读不到、法院有分歧的地方，如实说明，不作猜测。
start-private-title = 隐私
start-private = 判断全部在你的浏览器里完成。页面载入之后不再发出任何请求，不用 cookie。你填写的一切都不离开这台设备。
start-private-kept = 答案写在网址的 # 之后（这一部分不会发给服务器），也存在当前标签页里，换页再回来、刷新都还在，关掉标签页就没有了。填在文书里的姓名、地址和填到一半的认定只存在当前标签页里；勾选“在这台设备上保留”的文书存在这个浏览器里，直到你清除。“全部清空”把这些都删去，“清除填写的文字”只删去一份文书的。
start-private-link = 保存或者转发链接，就能恢复全部答案。链接里没有填在文书里的文字，除非复制时勾选了“连同我填写的文字”。
start-rules = 每条规则都注明出处、施行日期和可信度：原文已读为高，只有间接来源为中，来源薄弱为低。可信度低的规则不作为定论。

## 售假扣分的页面 (ledger)
penalties-title = 售假扣分：正品
penalties-heading = 售假认定的代价
penalties-lead = 逐条填入平台作出的认定，看每一条扣多少分、算几振、带来什么处罚措施，以及离关闭账户还有多远。
penalties-to-appeal = 不清楚属于哪一档，或者想申诉

## 投诉自查的页面 (complaint)
complaint-title = 投诉自查：正品
complaint-heading = 这份投诉合格吗
complaint-lead = 回答与投诉有关的问题。结论随回答变化，缺什么、哪一条要求的、怎样补上，都写在旁边。

## 违规与申诉的页面 (appeal)
appeal-title = 违规与申诉：正品
appeal-heading = 违规与申诉
appeal-lead = 是不是售假、属于哪一档、会删除什么、由谁认定、要不要说明依据，以及手头的材料能不能申诉、要赶在哪一天之前。
appeal-to-penalties = 这一档要扣多少分、离查封账户还有多远

## 期限与文书 (drafting)
deadlines-title = 期限
deadlines-from = 剩余天数从哪一天算起
deadlines-from-hint = 一般填今天。
deadline-who = { $who }：{ $what }
deadline-rights-holder = 投诉人
deadline-seller = 卖家
deadline-platform = 平台
deadline-either = 双方
deadline-open = 填写起算的日期后推算。
deadline-left = 还有 { $count } 日
deadline-today = 就是这一天
deadline-over = 已过 { $count } 日
deadline-kept = 已按期完成
deadline-missed = 没有按期完成
deadline-moved = 最后一日是休息日，顺延的话为{ $day }。
deadline-holidays-unknown = { $years }年的放假安排还不知道，这里只除去周末，结果可能变化。
deadline-may-apply = 是否适用还不清楚。
drafting-title = 文书：{ $name }
drafting-paper = 文书正文
drafting-kept-tab = 你填写的文字只留在这个标签页里，刷新、换页再回来都在，关掉标签页就没有了。
drafting-kept-device = 你填写的文字留在这台设备的这个浏览器里，关掉标签页也在，直到你清除。
drafting-kept-nowhere = 浏览器不让本页留存，你填写的文字离开本页就会丢失。
drafting-keep = 在这台设备上保留
drafting-clear = 清除填写的文字
drafting-cleared = 已清除填在文书里的文字。
drafting-optional = { $field }（可以不填）
drafting-complete = 已经填写完整，请逐句核对后再提交。
drafting-missing = 还有 { $count } 处没有填写，正文中以【】标出。
drafting-open = 另有 { $count } 个问题没有回答，相关的句子没有写入
drafting-copy = 复制正文
drafting-print = 打印文书
drafting-save = 保存为文本
drafting-in-zh = 中文正文
drafting-in-en = 英文正文
drafting-copied = 文书正文已复制。
drafting-copy-failed = 浏览器不允许自动复制，请选中正文手动复制。

## 平行进口的页面 (parallel_import)
parallel-import-title = 平行进口：正品
parallel-import-heading = 这批正品能卖吗
parallel-import-lead = 同一组事实，平台规则、商标法、反不正当竞争法、专利法和著作权法各有各的结论，并排列出。

## 规则变化的页面 (changes)
changes-page-title = 规则变化：正品
changes-page-heading = 规则变了，哪些结论会变
changes-page-lead = 选定两天逐项比较：哪些结论不同，什么样的事实会得到不同的结论，哪些条款新适用、哪些不再适用。

## 载入与退路
loading = 正在载入规则……
fallback-title = 规则没有载入，无法判断
fallback-no-wasm = 这个浏览器不支持 WebAssembly，或者已将它关闭。
fallback-blocked = 浏览器拒绝运行规则引擎。常见的原因是网页的内容安全策略没有写“'wasm-unsafe-eval'”，或者引擎文件已损坏。
fallback-fetch = 规则文件没有取到，或者内容与本页记录的校验值不符。请检查网络后重新载入。
fallback-then = 在此之前，本页不给出任何结论。

## 命令与链接
command-link = 复制链接
command-print = 打印
command-clear = 全部清空
printed-on = 打印于{ $day }。
printed-long-link = 链接太长，没有印出；需要时复制链接另行保存。
command-undo = 撤销
cleared = 已全部清空。
command-close = 关闭
unlinked-unsupported = 这个浏览器不能打包链接，或者负责链接的部分没有载入，地址里没有答案。

## 链接与留存 (keeping)
link-copied = 已复制。链接里有全部答案。
link-copied-without = 已复制。链接里有你的答案，没有填在文书或表单里、还没有加入的文字。
link-copied-with = 已复制。链接里有你的答案，也有你填写的姓名、地址等文字，请只发给该看的人。
link-copied-bare = 已复制本页地址，里面还没有答案。
link-carries = 连同我填写的文字
link-by-hand = 浏览器不允许自动复制，请手动复制：
link-label = 本页链接
link-no-day = 链接没有写明按哪一天的规则，这里按上面这一天计算。
broken-title = 出错了，显示不出结论
broken-says = 原来的结论已经撤下，因为它不一定合乎现在的答案。您填的内容还在。
broken-back = 退回上一步
link-broken = 链接里的答案读不出来，可能不完整或者被改动过。已从空白开始。请向发链接的人再要一次。
link-newer = 链接里的答案读不出来：它由更新的版本写成。已从空白开始。请重新载入本页再试。
link-too-long = 链接里的答案读不出来：内容超出了链接能装的长度。已从空白开始。请改用导出的文件。
link-unsupported = 链接里的答案读不出来：这个浏览器不能解开链接。已从空白开始。
link-damaged = 链接在途中残缺或被改动了：{ $all } 项里只读出前 { $count } 项，其余没有读入。请核对，或者向发链接的人再要一次。
link-damaged-old = 链接残缺：只读出前 { $count } 项，其余没有读入，旧格式的链接也无法核对读出的部分。请逐项核对，或者向发链接的人再要一次。
link-partly = 链接里有 { $count } 项答案与现行规则集对不上，已略去；其余照常恢复。
typed-damaged = 链接里填写的文字残缺或被改动过，能读出的已经填上，请核对。
typed-replaced = 链接带来了填写的文字，替换了本标签页里原有的。
kept-back = 你在这个标签页里填过的内容还在，已接着显示。
handed-over = 已从另一页带来事实和填写的文字，请核对。
unlinked-too-long = 内容太多，链接装不下，地址里没有答案。
unlinked-refused = 浏览器暂时不让更新地址，地址里的链接可能是旧的。
unlinked-kept = 内容留在这个标签页里，刷新不会丢；要带走或交给别人，请用导出的文件。
unlinked-lost = 浏览器也不让本页留存，刷新就会丢失；离开之前请用导出的文件保存。

## 日期
date-year = 年
date-month = 月
date-day = 日
date-wrong = 日期不完整，或者没有这一天。
date-unread = 没看懂填入的日期，请逐格填写。
date-without-time = 时刻{ $time }没有用上
as-of = 按{ $day }有效的规则判断
as-of-version = （适用{ $day }起施行的版本）
as-of-change = 换一天
as-of-label = 按哪一天的规则判断
as-of-hint = 一般填行为发生的那一天。可以直接粘贴整个日期。

## 提问
questions-lead = 没有回答的问题按未知处理，不当作“否”。
question-next = 先答这一问
group-count = 已答 { $done }／{ $all }
group-spare = 另有 { $count } 问已不影响结论
group-aside = 另有 { $count } 问不影响结论，只影响提示
answer-yes = 是
answer-no = 否
answer-unknown = 不清楚
answer-open = 未答
answer-none = 以上都没有
list-separator = 、
sentence-separator = ；
dot = ·

## 结论
answer-title = 结论
verdict-open = 尚无结论
verdict-settled = 已经确定：其余问题怎样回答，结论都不变。
verdict-possible = 仍有可能：
next-lead = 接下来最要紧的一问：
missing-title = 还缺什么
missing-open-title = 还要弄清什么
changes-mend-title = 怎样会有更好的结论
changes-open-title = 怎样就能得出结论
changes-otherwise-title = 如果事实不是这样
changes-otherwise-lead = 只说明结论取决于什么，不是建议。已经如实回答的，不要改。
change-given = 所答为{ $from }；如果是
changes-more = 另有 { $count } 种情形
change-turn-from = { $from } →
change-by-acting = 可以做到
change-by-evidence = 如能证明
change-out-of-reach = 取决于既有事实
change-or = 或
change-needs = 并且以下 { $count } 问如此回答
warnings-title = 请注意
warning-split = 法院有分歧：{ $about }
warning-confidence = 来源不够扎实：{ $about }
warning-later = { $day }起适用新的版本，结论或者依据会变
warning-later-remarks = { $day }起适用新的版本，提示会变
warning-later-adds = 届时另有提示：{ $remarks }。
warning-later-ask = 按那一天判断
warning-this = 本结论
because-title = 单凭这些回答，结论就已确定
application-title = 逐项对照
state-yes = 成立
state-no = 不成立
state-unknown = 未知
node-when = 具备下列条件，则：{ $verdict }
node-unless = 不具备下列条件，则：{ $verdict }
node-otherwise = 其余情形：{ $verdict }
node-all = 以下全部具备
node-any = 以下具备其一
node-not = 以下不具备
node-exception = 例外
node-exception-named = 例外：{ $name }
node-defeated = 条件虽已具备，但被例外排除。
cases-title = 相关案例
cases-for = 与此一致
cases-against = 与此相反
case-no-year = 年份未核实
case-overruled = 已被{ $by }推翻
sources-title = 所依据的条款
gaps-title = 本规则集还不知道的（{ $count }）
citation = { $instrument }{ $label }
troubles-title = 这些回答无法判断
overview-title = 各项结论
chooser-title = 判断什么
bar-open = 看理由
bar-close = 收起
announce = { $issue }：{ $verdict }。{ $missing ->
    [0] 没有已知的缺项。
   *[other] 还缺 { $missing } 项。
}

## 规则与出处
reference-rulebook = 本规则集的全部规则与出处
reference-provision = 查看此条

## 权威与可信度
rank-law = 法律
rank-regulation = 行政法规
rank-interpretation = 司法解释
rank-departmental-rule = 部门规章
rank-local-regulation = 地方性法规
rank-court-guidance = 司法指导性文件
rank-platform-rule = 平台规则
rank-standard = 标准
rank-soft-law = 行业指引
rank-practice = 实务做法
confidence-high = 可信度高
confidence-medium = 可信度中
confidence-low = 可信度低

## 扣分账 (ledger)
platform = 适用的规则
platform-changed = 已换成另一平台的规则，账已清空。
finding-new = 加入一条认定
finding-edit = 修改这条认定
finding-day = 处罚下达日期
finding-day-hint = 可以直接粘贴整个日期，也可以连同时刻。
finding-day-ahead = 这一天还没有到
finding-day-closed = 按已填的认定，账户在{ $day }已经关闭
finding-day-missing = 请填写处罚下达日期。
finding-time = 时刻（可以不填）
finding-time-hint = 24 小时制，按 UTC{ $offset } 计。不填按 { $time } 计。
finding-time-wrong = 请按 09:30 或 09:30:45 的格式填写时刻，最晚 23:59:59。
finding-tier = 认定为
finding-tier-missing = 请选择认定的类别。
finding-items-wrong = 请填写 1 至 { $most } 的整数。
finding-circumstances = 另有下列情形
finding-reversed = 申诉成立，认定已撤销
finding-add = 加入
finding-save = 保存修改
finding-cancel = 取消
finding-removed = 已删去一条认定。
labels-optional = { $labels }（可以不填）
amount-wrong = 请填写金额，至多两位小数。
exam = 这条认定要求的考试
exam-unsaid = 还不知道
exam-passed = 已通过
exam-failed = 未通过
exam-day = 通过考试的日期
exam-day-missing = 请填写通过考试的日期。
per-finding = { $points } 分／次
per-item = { $points } 分／件
per-time = { $points } 分／次
per-point = 按所扣分数
per-credit = 按抵减的分数
count-items = 商品件数
count-times = 次数
count-points = 平台所扣分数
count-credit = 抵减的分数
record-title = 扣分账
record-empty = 还没有认定。填好各项后加入，或者
import-open = 导入文件
export-csv = 导出 CSV
export-json = 导出 JSON
examples-title = 例子
examples-folded = 看一个例子（{ $count }）
example-shown = 已换成例子。
standing-open = 账户未关闭
standing-closed = 账户关闭
standing-points = 累计 { $points } 分
standing-strikes = { $strikes } 振
clause-separator = ，
sentence = { $text }。

## 扣分账的记录与推算 (record)
status-title = 账户状态
status-open = 账户未关闭
status-closed = 账户关闭
status-points = 累计扣分
status-strikes = 振
status-left = 还差 { $left } 即关闭
status-running = 正在执行的措施：
turned-from = 原为
turned-to = 现为
entry-ahead = 这一天还没有到
entry-after-closure = 在账户关闭之后
ledger-cited = 这本账所依据的条款（{ $count }）
closed-points = 扣分达到上限
closed-strikes = 振数达到上限
closed-finding = 这一类认定直接关闭账户
closed-both = 扣分与振数同时达到上限
ledger-earlier = 显示较早的行（还有 { $hidden } 行没有显示）
entries-more = 等另外 { $count } 条
ledger-caption = 每条认定的扣分、累计、振数、处罚措施与理由
ledger-finding = 认定
ledger-points = 扣分
ledger-total = 累计
ledger-strikes = 振
ledger-lost = 另 { $lost } 分不计
ledger-strike = 计一振
ledger-closes = 账户关闭
ledger-points-lapse = 扣分期满失效
ledger-strikes-lapse = 振期满失效
ledger-year-end = { $year }年年末
ledger-sources = 依据
ledger-version = 按{ $day }起施行的版本认定。
ledger-edit = 修改
ledger-remove = 删去
measure-span = { $from } 至 { $until }
measure-final = { $from } 起
measure-replaced = 由更重的措施接替，原定至 { $until }
measure-replaced-final = 由更重的措施接替
measure-exam = 须通过考试才能恢复
measure-exam-by = 须在 { $by } 前通过考试
measure-exam-otherwise = 须在 { $by } 前通过考试，否则延至 { $otherwise }
money = { $sum } 元
money-between = { $least } 至 { $most } 元
money-least = 至少 { $least } 元（{ $share }）
money-most = 至多 { $most } 元（{ $share }）
money-share = “{ $of }”的 { $percent }%
money-open = 金额不定
until-label = 推算到哪一天（可以不填）
until-hint = 到那一天为止的年末、失效和措施一并算入。
until-today = 到今天
base-keep = 留下这本账，另作假设
why-judged-as = 按“{ $tier }”认定
why-sum = { $sum } 分
why-sum-finding = 每次 { $points } 分
why-sum-item = 每件 { $points } 分 × { $count } 件 = { $sum } 分
why-sum-time = 每次 { $points } 分 × { $count } 次 = { $sum } 分
why-sum-credit = 抵减 { $sum } 分
why-sum-point = 平台扣 { $sum } 分
why-window = { $from } 至 { $to } 的{ $window }内第 { $place } 条
why-lost = 其中 { $lost } 分不计，{ $sum } − { $lost } = { $points } 分
why-lost-cap = 窗口以 { $cap } 分为限，{ $sum } − { $lost } = { $points } 分
why-strike-own = 单独计一振
why-strike-opened = 窗口内的第一条，计一振
why-strike-merged = 与同一窗口的前一条合计一振，不另计
why-strike-not-of-tier = 这一类认定不计振
why-strike-not-in-force = 当时没有计振的规则
why-strike-not-counted = 不扣分，不计次
why-strike-reversed = 申诉成立，不计
why-node = 累计达到 { $node } 分
why-raised = 关闭账户时另记 { $raised } 分
chart-label = 扣分走势图：{ $from } 至 { $to }，现有 { $points } 分、{ $strikes } 振，上限 { $limit } 分。图中内容都在下面的表里。
chart-no-limit = 未定
chart-caption = 阶梯为累计扣分，虚线为关闭账户的分数，细线为触发措施的分数，阴影为合并计算的窗口；方块为一振，横条为处罚措施的期间。
chart-caption-until = 阶梯为累计扣分，虚线为关闭账户的分数，细线为触发措施的分数，阴影为合并计算的窗口；方块为一振，横条为处罚措施的期间，竖线为推算到的那一天。
entry-name = { $when } { $tier }
readings-title = 规则有歧义，影响这本账
readings-lead = 选用另一种读法，账随之改变。
reading-default = 通常取“{ $choice }”（{ $confidence }）。
reading-changes = 改变 { $findings }；结果：{ $standing }
reading-changes-standing = 结果：{ $standing }
outlook-title = 今后
outlook-lead = 自 { $at } 起推算，假定此后没有其他认定。
next-title = 再有一条认定
next-caption = 再有一条认定，每一类各会怎样
next-closes = 账户关闭
next-measures = 处罚措施 { $count } 项
next-measures-until = 处罚措施 { $count } 项，最晚到 { $until }
ways-title = 离下一道门槛
way-number = 到 { $number }
ways-aside = 其他扣分账的门槛（{ $count }）
way-apart = { $count ->
    [1] 窗口结束之后，最早于{ $days }
   *[other] 依次不落在同一窗口内，最早于{ $days }
}
way-none = 三条以内的认定都到不了。
way-more = 另有 { $count } 种组合
further-finding = { $tier }
further-item = { $tier } { $count } 件
further-time = { $tier } { $count } 次
further-point = { $tier } { $count } 分
further-times = { $name } × { $times }
plus = {" "}＋{" "}
ends-title = 什么时候了结
ends-measures = { $measures }期满
ends-points = { $book }失效 { $number } 分
ends-strikes = { $number } 振失效
ends-window = { $window }结束，此后的认定另算
doubtful = 来源不够扎实：{ $rules }
appeals-title = 申诉成立，可以挽回
appeals-more = 另有 { $count } 条认定
appeal-points = 少 { $points } 分
appeal-strikes = 少 { $strikes } 振
appeal-reopens = 账户恢复
appeal-money = 这一条的款项不再计入
appeal-nothing = 现在的分数、振数和措施都不变。
appeal-standing = 届时{ $standing }
appeal-over = 不再执行：{ $measures }
appeal-instead = 改为 { $until } 结束：{ $measures }
appeal-others = 连带改变：{ $findings }
difference-title = 与留下的账相比
difference-none = 已留下现在的账。改动任何一条，这里列出不同。
difference-caption = 与留下的账不同的认定
difference-back = 回到留下的账
difference-accept = 就用现在的账
difference-new = 新增
difference-gone = 已去掉
difference-tier = 由“{ $from }”改为“{ $to }”
difference-open = 不再关闭账户
difference-closes = 账户关闭
difference-without = 不再有：{ $measures }
difference-with = 新增：{ $measures }
suppose = 假如
suppose-reversed = 被撤销
suppose-standing = 没有被撤销
suppose-gone = 没有这一条
suppose-tier = 认定为

## 收录的规则 (start)
rulebook-as-of = 截至{ $day }{ $count ->
    [1] {""}
   *[other] ，共 { $count } 个版本，最新一版自{ $last }起施行
}
rulebook-provisions = { $level }的条款 { $count } 条
rulebook-cases = 案例 { $count } 件
rulebook-gaps = 已知缺口 { $count } 处

## 规则变化 (changes)
compare-rulebook = 规则集
compare-versions = 版本
compare-one-version = 只有一个版本，可以自选两天。
compare-future = 尚未施行
compare-differs = 结论有变
compare-days = 自选两天
compare-from = 从哪一天
compare-to = 到哪一天
compare-choose = 另选规则集和日期
compare-and-then = 比较
compare-sum = { $count ->
    [0] { $all } 项结论都不变。
   *[other] { $all } 项结论中，{ $count } 项有变。
}
compare-given = 已带入你的 { $count } 项回答
compare-without = 不带入这些回答
compare-unchanged = 其余不变：{ $issues }。
compare-others = 其他规则的变化
compare-nothing = 这两天适用的规则没有不同。
compare-begun = 新适用
compare-ended = 不再适用
compare-provisions = 条款 { $count } 条
compare-provisions-more = 另有条款 { $count } 条
change-always = 不论事实如何，结论都变。
change-never = 结论不变，所依据的规则有变。
change-for-some = 部分事实的结论会变。

## 两天的比较 (comparison)
compare-issue-begins = 前一天还不判断这一项。
compare-issue-ends = 后一天不再判断这一项。
concern-yes = 你的结论会变。
concern-no = 你的结论不变。
concern-unknown = 变不变，要看还没有回答的问题。
compare-turns-on = 关键事实
compare-becomes = 变为
compare-shared = 其余 { $count } 项事实也要符合
compare-rest = 还要符合 { $count } 项事实
compare-cases = 并且属于下列情形之一：
compare-any = 下列之一：
compare-and = 并且
compare-always = 不看其他事实，即如此。
compare-more = 还有别的情形，这里只列出最先的几种。
compare-not = “{ $answers }”以外的任一项
compare-has = 包括{ $choice }
compare-lacks = 不包括{ $choice }
compare-came = 已有日期
compare-since = 与“{ $base }”的日期相比，{ $distance }
compare-for-you = 对你有什么影响
compare-whole = 查看全部变化
bound-and = ，且
bound-from = 至少 { $value }
bound-before = 少于 { $value }
bound-from-day = { $value }或以后
bound-before-day = 早于{ $value }
span-days = { $days } 天
span-months = { $months } 个月
span-both = { $months } 个月零 { $days } 天
span-from-same = 在当天或以后
span-from-next = 在次日或以后
span-from-past = 晚超过 { $span }
span-from = 晚至少 { $span }
span-from-back = 最多早 { $span }
span-before-same = 早于当天
span-before-next = 不晚于当天
span-before-past = 最多晚 { $span }
span-before = 晚不满 { $span }
span-before-back = 早超过 { $span }
## 导入与导出 (exchange)
import-title = 导入
import-lead = CSV、从电子表格复制的表，或者本页导出的 JSON。文件只在浏览器里读取，不会离开本页。
import-file = 选择文件
import-paste = 或者粘贴表格
import-nothing = 表里除列名以外没有内容。
import-twice = 同一对象里“{ $key }”这个键写了两次，其中一个值会丢失。没有导入任何内容。
import-no-json = 这不是可以导入的 JSON：应为本页导出的文件，或者含有 findings 的请求。
import-close = 关闭
import-columns = 表里可以有哪些列
import-columns-lead = 第一行是列名，中文、英文或者括在后面的代号都可以，次序不限；列名不同的，可以在导入时指定。
import-required = 必填
import-template = 下载空表
import-taken = 已加入 { $count } 条。余下的改好后再加入。
import-take = 加入 { $count } 条
import-replace = 替换现有的 { $count } 条认定
import-troubles = 还不能加入的
import-cell = 第 { $row } 行，“{ $column }”
import-more = 另有 { $count } 处，改好以上各处后列出。
holds-day = 处罚下达日期：2017-04-01、2017年4月1日、2017/4/1、1 Apr 2017 或者电子表格的日期数值；可以带时刻
holds-time = 时刻：9:30、下午3:30
holds-tier = 认定的类别：{ $tiers }
holds-items = 件数、次数或者平台所扣分数
holds-yes = 是、否；空白即否
holds-text = 任意代称
holds-yuan = 金额（元）
holds-exam = 通过考试的日期；未通过的写“否”
column-day = 处罚下达日期|日期|处罚日期|处罚时间|下达日期|违规时间|扣分时间
column-time = 时刻|时间|钟点
column-tier = 认定为|认定|类别|违规类型|违规类别|情节|档次
column-items = 数量|件数|商品件数|商品数量|次数|扣分|分数
column-exam = 考试|通过考试|考试日期
column-reversed = 申诉成立|申诉|已撤销|申诉结果|撤销
column-missing-day = 没有指定哪一列是日期。
column-missing-tier = 没有指定哪一列是认定的类别。
cell-empty = 空白。
cell-day = 不是可以辨认的日期。
cell-time = 不是可以辨认的时刻。
cell-tier = 不是已知的类别，请在上面指定，或者改写。
cell-count = 不是整数。
cell-yuan = 不是金额。
cell-exam = 既不是日期，也不是“否”。
cell-yes-or-no = 既不是“是”，也不是“否”。
cell-yes = 是|有|成立|已成立|已撤销|对|真
cell-no = 否|无|不成立|未成立|未通过|没有|不是|假
mapping-title = 每一列是什么
mapping-no-heading = 第 { $number } 列
mapping-ignore = 不导入
mapping-choose = 请选择
mapping-tiers = 这些类别是什么
order = 3/4/2026 这样的日期怎样读
order-dmy = 日在前（4月3日）
order-mdy = 月在前（3月4日）
imported = 已导入 { $count } 条认定。
