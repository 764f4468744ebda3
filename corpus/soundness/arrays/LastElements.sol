// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A history for each account, of which the last entry counts: what a vote or a price was.
contract LastElements {
    struct Mark {
        uint64 time;
        uint192 height;
    }

    mapping(address => Mark[]) private marks;
    mapping(address => uint256) public top;

    function record(uint192 height) external {
        require(height <= 40);
        Mark[] storage own = marks[msg.sender];
        uint256 n = own.length;
        if (n > 0 && own[n - 1].time == uint64(block.timestamp)) own[n - 1].height = height;
        else own.push(Mark(uint64(block.timestamp), height));
        top[msg.sender] = height;
    }

    /// The check of the index refuses an account without a mark, for which the index has wrapped.
    function adjust() external {
        Mark[] storage own = marks[msg.sender];
        unchecked {
            own[own.length - 1].height = 7;
        }
        top[msg.sender] = 7;
    }

    function drop() external {
        Mark[] storage own = marks[msg.sender];
        own.pop();
        top[msg.sender] = own.length == 0 ? 0 : own[own.length - 1].height;
    }

    function lastOf(address account) external view returns (uint256) {
        uint256 n = marks[account].length;
        return n == 0 ? 0 : marks[account][n - 1].height;
    }

    function heightAt(address account, uint256 i) external view returns (uint256) {
        return marks[account][i].height;
    }

    function count(address account) external view returns (uint256) {
        return marks[account].length;
    }
}
