// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool whose functions are locked against re-entrance, but the compiler gave each of them a lock of its own.
contract Broken {
    mapping(address => uint256) public credit;
    bool private lockOfDeposit;
    bool private lockOfWithdraw;
    bool private lockOfTransfer;

    function deposit() external payable virtual {
        require(!lockOfDeposit, "locked");
        lockOfDeposit = true;
        credit[msg.sender] += msg.value;
        lockOfDeposit = false;
    }

    function withdraw(uint256 amount) external virtual {
        require(!lockOfWithdraw, "locked");
        lockOfWithdraw = true;
        pay(amount);
        lockOfWithdraw = false;
    }

    function transfer(address to, uint256 amount) external virtual {
        require(!lockOfTransfer, "locked");
        lockOfTransfer = true;
        move(to, amount);
        lockOfTransfer = false;
    }

    function pay(uint256 amount) internal {
        uint256 had = credit[msg.sender];
        require(amount <= had, "too much");
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
        credit[msg.sender] = had - amount;
    }

    function move(address to, uint256 amount) internal {
        credit[msg.sender] -= amount;
        credit[to] += amount;
    }
}

/// The same with one lock for all.
contract Guarded is Broken {
    bool private locked;

    modifier once() {
        require(!locked, "locked");
        locked = true;
        _;
        locked = false;
    }

    function deposit() external payable override once {
        credit[msg.sender] += msg.value;
    }

    function withdraw(uint256 amount) external override once {
        pay(amount);
    }

    function transfer(address to, uint256 amount) external override once {
        move(to, amount);
    }
}
