// What the editor says. CodeMirror's own phrases are looked up by their English text, so English needs only those that
// read badly as they are; an upgrade of CodeMirror may bring further ones.

const zh = {
    // search and replace
    "Find": "查找",
    "Replace": "替换为",
    "next": "下一个",
    "previous": "上一个",
    "all": "全选",
    "match case": "区分大小写",
    "regexp": "正则表达式",
    "by word": "全词匹配",
    "replace": "替换",
    "replace all": "全部替换",
    "close": "关闭",
    "current match": "当前匹配",
    "on line": "所在行：",
    "replaced match on line $": "已替换第 $ 行的匹配",
    "replaced $ matches": "已替换 $ 处匹配",
    "Go to line": "转到行",
    "go": "转到",
    // problems
    "Diagnostics": "问题列表",
    "No diagnostics": "没有问题",
    // the rest of CodeMirror
    "Control character": "不可见字符",
    "Selection deleted": "已删除选中内容",
    // ours
    "error": "错误",
    "warning": "警告",
    "info": "提示",
    "line $": "第 $ 行",
    "line $1, column $2": "第 $1 行，第 $2 列",
    "leave": "按 Esc 再按 Tab 可离开编辑器",
    "Tab leaves": "现在按 Tab 可离开编辑器",
};

const en = {
    "Replace": "Replace with",
    "Control character": "Invisible character",
    "go": "Go",
    "next": "Next",
    "previous": "Previous",
    "all": "Select all",
    "match case": "Match case",
    "regexp": "Regular expression",
    "by word": "Whole words",
    "replace": "Replace",
    "replace all": "Replace all",
    "close": "Close",
    "error": "Error",
    "warning": "Warning",
    "info": "Note",
    "line $": "Line $",
    "line $1, column $2": "Line $1, column $2",
    "leave": "Esc, then Tab, leaves the editor",
    "Tab leaves": "Tab now leaves the editor",
};

export function wordsIn(language) {
    return language.startsWith("zh") ? zh : en;
}
