#include "sim/store/error.hpp"

#include <sqlite3.h>

#include <string>

namespace staffsim::store {

namespace {

bool is_damage(int result_code) {
    const int general = result_code & 0xFF;
    return result_code == SQLITE_IOERR_DATA || general == SQLITE_CORRUPT || general == SQLITE_NOTADB;
}

Text in_words(int result_code) {
    switch (result_code & 0xFF) {
        case SQLITE_FULL:
            return {"the disk is full; free some space and start again, futures kept so far stay kept",
                    "磁盘已满；请腾出空间后重新运行，已保存的推演仍然保留"};
        case SQLITE_IOERR:
            return {"reading or writing failed (is the disk full?); futures kept so far stay kept",
                    "读写失败（磁盘是否已满？）；已保存的推演仍然保留"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"another staffsim is working on it; wait until it has finished or use another --store path",
                    "另一个 staffsim 正在使用；请等其结束，或用 --store 另给路径"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {"it may not be written here", "此处不允许写入"};
        case SQLITE_CANTOPEN:
            return {"it cannot be opened or created (does the folder exist, and may it be written?)",
                    "无法打开或新建（文件夹是否存在、是否允许写入？）"};
        default:
            return {"unexpected trouble", "意外故障"};
    }
}

}  // namespace

void throw_damaged(const std::filesystem::path& path, const Text& what) {
    throw StoreError(worded("{}: the store is damaged: {}. Use another --store path, or --fresh to overwrite it.",
                            "{}：结果库已损坏：{}。请用 --store 另给路径，或用 --fresh 覆盖。", path.string(), what));
}

void throw_store_error(const std::filesystem::path& path, int result_code, const char* detail) {
    if (result_code == SQLITE_IOERR_DATA)
        throw_damaged(path, {"a page is not what was written", "有一页内容与写入时不同"});
    if (is_damage(result_code)) throw_damaged(path, same_in_both(detail));
    throw StoreError(worded("{}: {} ({})", "{}：{}（{}）", path.string(), in_words(result_code), detail));
}

}  // namespace staffsim::store
