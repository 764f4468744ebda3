// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TripAndPay {
    bool public tripped = true;
    uint256 public paid;

    event Paid(uint256 amount);

    function rearm() external { tripped = false; }
    function trip() external { tripped = true; }

    function pay() external {
        require(!tripped);
        paid = 1;
        emit Paid(1);
    }

    function payUnasked() external { emit Paid(2); }
}
